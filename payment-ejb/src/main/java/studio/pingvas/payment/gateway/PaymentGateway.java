package studio.pingvas.payment.gateway;

import jakarta.enterprise.context.Dependent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import studio.pingvas.contracts.BusinessException;
import studio.pingvas.contracts.payment.PaymentGatewayUnavailableException;

/** Asks the gateway for a user, who learns that it is not there, and nothing of why. */
@Dependent
public class PaymentGateway {
    private static final Logger LOG = System.getLogger(PaymentGateway.class.getName());

    /**
     * @throws PaymentGatewayUnavailableException if it does not answer, or not as it should
     */
    public <T> T ask(Supplier<T> question) {
        return ask(question, PaymentGatewayUnavailableException::new);
    }

    /**
     * @param notPossible what it means if the gateway does not do it in the state that things are
     *     in
     * @throws PaymentGatewayUnavailableException if it does not answer, or not as it should
     */
    public <T> T ask(Supplier<T> question, Supplier<BusinessException> notPossible) {
        try {
            return question.get();
        } catch (GatewayRefusalException e) {
            // Settings that it does not accept are for the operator to see.
            LOG.log(e.isUnauthenticated() ? Level.ERROR : Level.WARNING, e.getMessage());
            throw e.isInvalid() ? notPossible.get() : new PaymentGatewayUnavailableException();
        } catch (GatewayFailureException | FaultToleranceException e) {
            // With its type: that of a circuit that is open is all it says.
            LOG.log(Level.WARNING, "The payment gateway was asked in vain: {0}", e.toString());
            throw new PaymentGatewayUnavailableException();
        }
    }
}
