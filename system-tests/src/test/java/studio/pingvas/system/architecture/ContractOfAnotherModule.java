package studio.pingvas.system.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Whether a field leads out of its module: to a contract that its own module does not answer. */
final class ContractOfAnotherModule extends ArchCondition<JavaField> {
    private final String root;

    ContractOfAnotherModule(String root) {
        super("have the contract of another module as type");
        this.root = root;
    }

    @Override
    public void check(JavaField field, ConditionEvents events) {
        JavaClass type = field.getRawType();
        String contracts = root + ".contracts.";
        boolean leadsOut =
                type.getPackageName().startsWith(contracts)
                        && !moduleIn(type, contracts)
                                .equals(moduleIn(field.getOwner(), root + "."));
        events.add(
                new SimpleConditionEvent(
                        field, leadsOut, field.getFullName() + " has type " + type.getName()));
    }

    private static String moduleIn(JavaClass type, String prefix) {
        String name = type.getPackageName();
        return name.startsWith(prefix) ? name.substring(prefix.length()).split("\\.")[0] : "";
    }
}
