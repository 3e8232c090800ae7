package studio.pingvas.user.sso;

import studio.pingvas.user.identities.control.IdentityOrigin;

/** A customer who says who its people are. */
record Enterprise(String name) implements IdentityOrigin {
    @Override
    public boolean isForeignOwned() {
        return true;
    }
}
