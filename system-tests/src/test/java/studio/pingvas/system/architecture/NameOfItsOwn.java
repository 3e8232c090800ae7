package studio.pingvas.system.architecture;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/**
 * Payara finds callbacks by their name alone and takes whichever overload comes first, in an order
 * that changes from start to start.
 */
final class NameOfItsOwn extends ArchCondition<JavaMethod> {
    NameOfItsOwn() {
        super("have a name of their own in their class");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        long sameName =
                method.getOwner().getMethods().stream()
                        .filter(other -> other.getName().equals(method.getName()))
                        .count();
        String message = method.getFullName() + " shares its name with " + (sameName - 1);
        events.add(new SimpleConditionEvent(method, sameName == 1, message));
    }
}
