package studio.pingvas.user.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import studio.pingvas.contracts.user.AccessTokens;
import studio.pingvas.contracts.user.ApiKeyGrant;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.SocketTicket;
import studio.pingvas.contracts.user.TokenInvalidException;
import studio.pingvas.user.keys.GoodKeys;
import studio.pingvas.user.keys.KeySecret;
import studio.pingvas.user.sessions.OpenSessions;
import studio.pingvas.user.sso.IssuerTokenVerifier;
import studio.pingvas.user.sso.SsoIssuer;
import studio.pingvas.user.tokens.control.AccessTokenVerifier;
import studio.pingvas.user.tokens.control.SigningKeys;
import studio.pingvas.user.tokens.control.SocketTickets;

/**
 * Signed JSON Web Tokens (RFC 7519), ours and those of enterprise issuers, API keys, and tickets in
 * PostgreSQL.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JwtAccessTokens implements AccessTokens {
    @Inject AccessTokenVerifier verifier;
    @Inject SigningKeys keys;
    @Inject SocketTickets tickets;
    @Inject GoodKeys apiKeys;
    @Inject IssuerTokenVerifier issuerTokens;
    @Inject OpenSessions sessions;

    /** Mostly from memory: no transaction is begun for each request of the API. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Identity verify(String accessToken) {
        if (accessToken != null && KeySecret.isMeant(accessToken)) {
            return apiKeys.identityOf(accessToken);
        }
        Optional<SsoIssuer> foreign = issuerTokens.issuerNamedIn(accessToken);
        if (foreign.isPresent()) {
            return issuerTokens.identityIn(accessToken, foreign.get());
        }
        Identity proven = verifier.verify(accessToken);
        return inItsSession(proven.userId(), proven.sessionId());
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String publicKeys() {
        return keys.publicKeys();
    }

    @Override
    public SocketTicket issueTicket(Identity caller) {
        ApiKeyGrant key = caller.apiKey();
        return tickets.issue(
                new SocketTickets.Holder(
                        caller.userId(), caller.sessionId(), key == null ? null : key.keyId()));
    }

    @Override
    public Identity redeemTicket(String ticket) {
        SocketTickets.Holder holder = tickets.redeem(ticket);
        return holder.sessionId() == null
                ? follower(holder)
                : inItsSession(holder.userId(), holder.sessionId());
    }

    /** A caller without a session may follow the own jobs, and nothing else by a ticket. */
    private static Identity follower(SocketTickets.Holder holder) {
        ApiKeyGrant key =
                holder.apiKeyId() == null ? null : new ApiKeyGrant(holder.apiKeyId(), null);
        return new Identity(holder.userId(), null, Set.of(), null, key);
    }

    /** With the roles of now, whatever the token says. */
    private Identity inItsSession(UUID userId, UUID sessionId) {
        return sessions.identityIn(sessionId)
                .filter(identity -> identity.userId().equals(userId))
                .orElseThrow(TokenInvalidException::new);
    }
}
