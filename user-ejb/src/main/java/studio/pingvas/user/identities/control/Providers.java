package studio.pingvas.user.identities.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import studio.pingvas.contracts.NotFoundException;

/** The providers of all sources. */
@Dependent
public class Providers {
    @Inject @Any Instance<ProviderSource> sources;

    public List<IdentityProvider> all() {
        return sources.stream().flatMap(source -> source.providers().stream()).toList();
    }

    /**
     * @throws NotFoundException if there is no such provider
     */
    public IdentityProvider get(String id) {
        return all().stream()
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("The provider"));
    }

    public Set<String> issuers() {
        return all().stream().map(IdentityProvider::issuer).collect(Collectors.toSet());
    }
}
