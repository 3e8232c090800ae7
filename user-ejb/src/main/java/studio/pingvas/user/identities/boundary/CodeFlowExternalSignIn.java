package studio.pingvas.user.identities.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import studio.pingvas.contracts.user.Device;
import studio.pingvas.contracts.user.ExternalSignIn;
import studio.pingvas.contracts.user.ExternalSignInFailedException;
import studio.pingvas.contracts.user.Identity;
import studio.pingvas.contracts.user.IdentityProviderView;
import studio.pingvas.contracts.user.LinkedIdentityView;
import studio.pingvas.contracts.user.SessionView.Kind;
import studio.pingvas.user.accounts.entity.Account;
import studio.pingvas.user.identities.control.Departures;
import studio.pingvas.user.identities.control.Departures.Returned;
import studio.pingvas.user.identities.control.IdentityProvider;
import studio.pingvas.user.identities.control.LinkedIdentities;
import studio.pingvas.user.identities.control.Passage;
import studio.pingvas.user.identities.control.Person;
import studio.pingvas.user.identities.control.Providers;
import studio.pingvas.user.identities.control.ReturnPath;
import studio.pingvas.user.identities.entity.LinkedIdentity;
import studio.pingvas.user.openid.ForeignAnswerException;
import studio.pingvas.user.openid.IdentitySettings;
import studio.pingvas.user.sessions.SessionTable;
import studio.pingvas.user.signin.control.Credentials;
import studio.pingvas.user.tokens.control.SecretTokens;

/**
 * Sign-in by authorization codes. It has no transaction of its own: no connection is held while
 * another server is asked.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CodeFlowExternalSignIn implements ExternalSignIn {
    private static final Logger LOG = System.getLogger(CodeFlowExternalSignIn.class.getName());

    @Inject Providers providers;
    @Inject Departures departures;
    @Inject LinkedIdentities identities;
    @Inject Credentials credentials;
    @Inject SessionTable sessions;
    @Inject IdentitySettings settings;

    @Override
    public List<IdentityProviderView> providers() {
        return providers.all().stream()
                .map(provider -> new IdentityProviderView(provider.id(), provider.name()))
                .toList();
    }

    @Override
    public Departure depart(String providerId, String returnPath, UUID linkTo) {
        IdentityProvider provider = providers.get(providerId);
        if (linkTo != null) {
            identities.requireLinkable(linkTo, provider);
        }
        Passage passage = Passage.to(settings.callbackOf(providerId));
        String browserSecret = SecretTokens.create();
        String url = authorizationUrl(provider, passage);
        departures.note(passage, providerId, browserSecret, ReturnPath.accept(returnPath), linkTo);
        return new Departure(url, browserSecret);
    }

    @Override
    public Arrival arrive(String providerId, Callback callback, Device device) {
        IdentityProvider provider = providers.get(providerId);
        Returned returned =
                departures
                        .take(callback.state(), providerId, callback.browserSecret())
                        .orElseThrow(ExternalSignInFailedException::new);
        boolean links = returned.linkTo().isPresent();
        if (links && !returned.linkTo().get().equals(callback.signedInAs())) {
            throw new ExternalSignInFailedException();
        }
        Person person = personFrom(provider, callback, returned.passage());
        if (links) {
            identities.link(callback.signedInAs(), person, provider, device.address());
            return new Arrival(null, returned.returnPath());
        }
        return new Arrival(signIn(person, provider, device), returned.returnPath());
    }

    private Identity signIn(Person person, IdentityProvider provider, Device device) {
        Account account = identities.enter(person, provider, device.address());
        credentials.noteSignIn(account.id());
        return account.identity().inSession(sessions.open(account.id(), Kind.PAGE, device));
    }

    @Override
    public List<LinkedIdentityView> linked(UUID userId) {
        return identities.of(userId).stream().map(LinkedIdentity::view).toList();
    }

    @Override
    public void unlink(UUID userId, UUID linkedIdentityId) {
        identities.unlink(userId, linkedIdentityId, providers.issuers());
    }

    private static String authorizationUrl(IdentityProvider provider, Passage passage) {
        try {
            return provider.authorizationUrl(passage);
        } catch (ForeignAnswerException e) {
            throw failed(provider, e);
        }
    }

    private static Person personFrom(
            IdentityProvider provider, Callback callback, Passage passage) {
        try {
            boolean refused = callback.error() != null || callback.code() == null;
            if (refused || !provider.mayHaveSent(callback.issuer())) {
                throw new ExternalSignInFailedException();
            }
            return provider.personFor(callback.code(), passage);
        } catch (ForeignAnswerException e) {
            throw failed(provider, e);
        }
    }

    /** People are told to try again; why it failed is for the operator. */
    private static ExternalSignInFailedException failed(
            IdentityProvider provider, ForeignAnswerException failure) {
        LOG.log(Level.WARNING, "Sign-in at {0}: {1}", provider.id(), failure.getMessage());
        return new ExternalSignInFailedException();
    }
}
