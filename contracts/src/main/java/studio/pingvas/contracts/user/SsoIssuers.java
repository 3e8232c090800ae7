package studio.pingvas.contracts.user;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** Enterprise issuers whose tokens are accepted beside our own; for administrators. */
@Local
public interface SsoIssuers {
    List<SsoIssuerView> list();

    SsoIssuerView get(UUID id);

    /**
     * @param actor the administrator, for the audit log
     * @throws studio.pingvas.contracts.InvalidRequestException if a value is not acceptable, or the
     *     issuer or its prefix is in use
     */
    SsoIssuerView add(UUID actor, SsoIssuerSettings settings);

    SsoIssuerView change(UUID actor, UUID id, SsoIssuerSettings settings);

    /** Its tokens are refused from now on; the accounts stay. */
    void remove(UUID actor, UUID id);
}
