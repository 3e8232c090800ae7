package studio.pingvas.user.identities.control;

import java.util.List;

/** Knows providers; there are several sources. */
public interface ProviderSource {
    List<IdentityProvider> providers();
}
