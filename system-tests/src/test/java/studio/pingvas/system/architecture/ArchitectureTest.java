package studio.pingvas.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {
    private static final String OFFENDERS = ArchitectureTest.class.getPackageName() + ".offender.";

    private static JavaClasses product;

    @BeforeAll
    static void readTheProduct() {
        product = Modules.classes();
    }

    @Test
    void everyModuleWithSourcesIsLookedAt() {
        assertThat(Modules.withSources()).contains("contracts", "platform");
        assertThat(Modules.withSources())
                .allSatisfy(
                        module ->
                                assertThat(Modules.classesOf(module))
                                        .as("compiled classes of " + module)
                                        .isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void ruleHoldsForAllModules(ArchitectureRule rule) {
        rule.under(Modules.ROOT).check(product);
    }

    @ParameterizedTest
    @EnumSource
    void ruleFailsOnItsOffender(ArchitectureRule rule) {
        String root = rootOf(rule.offender());

        EvaluationResult result =
                rule.under(root).evaluate(new ClassFileImporter().importPackages(root));

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(rule.offender().getSimpleName());
    }

    private static String rootOf(Class<?> offender) {
        String name = offender.getPackageName().substring(OFFENDERS.length());
        return OFFENDERS + name.substring(0, name.indexOf('.'));
    }
}
