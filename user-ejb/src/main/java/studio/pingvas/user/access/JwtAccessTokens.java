package studio.pingvas.user.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import studio.pingvas.contracts.user.AccessTokens;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.SocketTicket;
import studio.pingvas.user.keys.GoodKeys;
import studio.pingvas.user.keys.KeySecret;
import studio.pingvas.user.tokens.control.AccessTokenVerifier;
import studio.pingvas.user.tokens.control.SigningKeys;
import studio.pingvas.user.tokens.control.SocketTickets;

/** Signed JSON Web Tokens (RFC 7519) and API keys, and tickets in PostgreSQL. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JwtAccessTokens implements AccessTokens {
    @Inject AccessTokenVerifier verifier;
    @Inject SigningKeys keys;
    @Inject SocketTickets tickets;
    @Inject GoodKeys apiKeys;

    /** From memory: no transaction is begun for each request of the API. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Identity verify(String accessToken) {
        if (accessToken != null && KeySecret.isMeant(accessToken)) {
            return apiKeys.identityOf(accessToken);
        }
        return verifier.verify(accessToken);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String publicKeys() {
        return keys.publicKeys();
    }

    @Override
    public SocketTicket issueTicket(UUID userId) {
        return tickets.issue(userId);
    }

    @Override
    public UUID redeemTicket(String ticket) {
        return tickets.redeem(ticket);
    }
}
