package studio.pingvas.user.openid;

/** What another server calls us by, and the secret that proves it. */
public record ClientRegistration(String id, String secret) {
    @Override
    public String toString() {
        return "ClientRegistration[id=" + id + "]";
    }
}
