package studio.pingvas.system.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * The proxy of a session bean refuses methods that are not public, even to its own package, and
 * only when they are called.
 */
final class PublicIfCalledFromElsewhere extends ArchCondition<JavaMethod> {
    PublicIfCalledFromElsewhere() {
        super("be public if other classes call them");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        if (method.getModifiers().contains(JavaModifier.PUBLIC)
                || method.getModifiers().contains(JavaModifier.STATIC)) {
            return;
        }
        method.getCallsOfSelf().stream()
                .filter(call -> !call.getOriginOwner().equals(method.getOwner()))
                .forEach(
                        call ->
                                events.add(
                                        SimpleConditionEvent.violated(
                                                method, call.getDescription())));
    }
}
