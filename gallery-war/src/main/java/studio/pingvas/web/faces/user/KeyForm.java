package studio.pingvas.web.faces.user;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import studio.pingvas.contracts.user.ApiScope;
import studio.pingvas.contracts.user.NewApiKey;

/** What is asked of whoever makes an API key. */
public class KeyForm {
    private String name;
    private List<String> scopes = List.of(ApiScope.READ.key(), ApiScope.GENERATE.key());
    private int days = 90;
    private Long creditsPerDay;

    NewApiKey toKey(Instant now) {
        return new NewApiKey(
                name,
                Arrays.stream(ApiScope.values())
                        .filter(scope -> scopes.contains(scope.key()))
                        .collect(Collectors.toUnmodifiableSet()),
                creditsPerDay,
                days == 0 ? null : now.plus(Duration.ofDays(days)));
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public List<String> getScopes() {
        return scopes;
    }

    public void setScopes(List<String> scopes) {
        this.scopes = List.copyOf(scopes);
    }

    /** Days until it expires; 0 for never. */
    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public Long getCreditsPerDay() {
        return creditsPerDay;
    }

    public void setCreditsPerDay(Long creditsPerDay) {
        this.creditsPerDay = creditsPerDay;
    }
}
