package studio.pingvas.user.accounts.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.user.AccountView;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.ProfileChange;

/** A person who can sign in. */
@Entity
@Table(name = "account")
public class Account {
    private static final String DEFAULT_LANGUAGE = "en";

    @Id private UUID id;
    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "avatar_url")
    private String avatarUrl;

    private String language;

    @Column(name = "email_verified")
    private boolean emailVerified;

    @Convert(converter = RolesConverter.class)
    private Set<String> roles;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "last_login_at")
    private Instant lastLoginAt;

    @Version private int version;

    protected Account() {}

    /**
     * @param passwordHash as {@code PasswordHashing} made it
     */
    public static Account open(
            UUID id, String email, String passwordHash, String displayName, Instant now) {
        Account account = new Account();
        account.id = id;
        account.email = email;
        account.passwordHash = passwordHash;
        account.displayName = displayName;
        account.roles = Set.of("user");
        account.language = DEFAULT_LANGUAGE;
        account.createdAt = now;
        account.updatedAt = now;
        return account;
    }

    /** For the accounts that the operator of an installation provides. */
    public Account vouchedFor(Set<String> itsRoles) {
        roles = Set.copyOf(itsRoles);
        emailVerified = true;
        return this;
    }

    /**
     * @param change as {@code ProfileRules} accepted it; null leaves a field as it is
     */
    public void change(ProfileChange change, Instant now) {
        displayName = change.displayName() == null ? displayName : change.displayName();
        language = change.language() == null ? language : change.language();
        if (change.avatarUrl() != null) {
            avatarUrl = change.avatarUrl().isEmpty() ? null : change.avatarUrl();
        }
        updatedAt = now;
    }

    /**
     * @param hash as {@code PasswordHashing} made it
     */
    public void changePassword(String hash) {
        passwordHash = hash;
    }

    public Optional<String> verifiedEmail() {
        return emailVerified ? email() : Optional.empty();
    }

    public UUID id() {
        return id;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    /** Of mails: {@code en} or {@code ko}. */
    public String language() {
        return language;
    }

    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public Identity identity() {
        return new Identity(id, email, roles);
    }

    public AccountView view() {
        return new AccountView(
                id, email, displayName, avatarUrl, language, emailVerified, createdAt, lastLoginAt);
    }
}
