package studio.pingvas.system.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.Entity;
import java.util.function.Function;
import studio.pingvas.system.architecture.offender.beans.user.BeanOffender;
import studio.pingvas.system.architecture.offender.callbacks.user.CallbackOffender;
import studio.pingvas.system.architecture.offender.contracts.contracts.payment.ContractsOffender;
import studio.pingvas.system.architecture.offender.control.user.control.ControlOffender;
import studio.pingvas.system.architecture.offender.cuda.gallery.JcudaOffender;
import studio.pingvas.system.architecture.offender.ejb.generation.EjbOffender;
import studio.pingvas.system.architecture.offender.entity.user.entity.EntityOffender;
import studio.pingvas.system.architecture.offender.features.payment.credits.FeatureOffender;
import studio.pingvas.system.architecture.offender.inject.generation.InjectOffender;
import studio.pingvas.system.architecture.offender.jms.generation.JobSender;
import studio.pingvas.system.architecture.offender.modules.gallery.ModuleOffender;
import studio.pingvas.system.architecture.offender.names.user.AccountManager;
import studio.pingvas.system.architecture.offender.platform.platform.PlatformOffender;
import studio.pingvas.system.architecture.offender.setters.user.SetterOffender;
import studio.pingvas.system.architecture.offender.timers.user.TimerOffender;
import studio.pingvas.system.architecture.offender.torch.gallery.BytedecoOffender;
import studio.pingvas.system.architecture.offender.web.model.WebOffender;

/** What holds for the classes of all modules. The root package is a parameter for the proofs. */
enum ArchitectureRule {
    ENTITIES_KNOW_NO_OTHER_LAYER(
            EntityOffender.class,
            root ->
                    noClasses()
                            .that()
                            .resideInAPackage(root + "..entity..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(root + "..boundary..", root + "..control..")),
    CONTROL_KNOWS_NO_BOUNDARY(
            ControlOffender.class,
            root ->
                    noClasses()
                            .that()
                            .resideInAPackage(root + "..control..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(root + "..boundary..")),
    FEATURES_ARE_FREE_OF_CYCLES(
            FeatureOffender.class,
            root -> slices().matching(root + ".(*).(*)..").should().beFreeOfCycles()),
    MODULES_SEE_ONLY_CONTRACTS_AND_PLATFORM(
            ModuleOffender.class,
            root ->
                    slices().matching(root + ".(*)..")
                            .should()
                            .notDependOnEachOther()
                            .ignoreDependency(
                                    alwaysTrue(),
                                    resideInAnyPackage(
                                            root + ".contracts..", root + ".platform.."))),
    CONTRACTS_NEED_NOTHING_BUT_JAVA_AND_EJB(
            ContractsOffender.class,
            root ->
                    classes()
                            .that()
                            .resideInAPackage(root + ".contracts..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(root + ".contracts..", "java..", "jakarta.ejb..")),
    PLATFORM_SEES_NO_MODULE(
            PlatformOffender.class,
            root ->
                    classes()
                            .that()
                            .resideInAPackage(root + ".platform..")
                            .should()
                            .onlyDependOnClassesThat(
                                    resideInAnyPackage(root + ".platform..")
                                            .or(nameMatching("(?!" + root + "\\.).*")))),
    JMS_STAYS_IN_CONSUMERS_AND_JMS_CLASSES(
            JobSender.class,
            root ->
                    noClasses()
                            .that()
                            .haveNameNotMatching(".*\\.Jms\\w+(\\$.*)?")
                            .and()
                            .haveNameNotMatching(".*Consumer(\\$.*)?")
                            .and()
                            .resideOutsideOfPackage(root + ".worker.queue..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("jakarta.jms..")),
    BYTEDECO_STAYS_IN_TORCH(
            BytedecoOffender.class, root -> library("..bytedeco..", root, ".worker.torch..")),
    JCUDA_STAYS_IN_CUDA(JcudaOffender.class, root -> library("..jcuda..", root, ".worker.cuda..")),
    WEB_STAYS_IN_THE_WEB_MODULE(
            WebOffender.class,
            root ->
                    noClasses()
                            .that()
                            .resideOutsideOfPackage(root + ".web..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                    "jakarta.faces..",
                                    "jakarta.servlet..",
                                    "jakarta.websocket..",
                                    "org.primefaces..",
                                    "org.omnifaces..")),
    /** The client of the payment gateway is an interface of MicroProfile Rest Client. */
    REST_STAYS_IN_THE_WEB_MODULE(
            WebOffender.class,
            root ->
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(root + ".web..", root + ".payment.gateway..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage("jakarta.ws.rs..")),
    ENTITIES_HAVE_VERBS_NOT_SETTERS(
            SetterOffender.class,
            root ->
                    noMethods()
                            .that()
                            .areDeclaredInClassesThat()
                            .areAnnotatedWith(Entity.class)
                            .should()
                            .haveNameMatching("set[A-Z].*")),
    NAMES_SAY_WHAT_A_CLASS_IS(
            AccountManager.class,
            root ->
                    noClasses()
                            .should()
                            .haveNameMatching(
                                    ".*[.$](Default[A-Z]\\w*"
                                            + "|\\w*(Impl|Manager|Helpers?|Utils?|Data|Info))"
                                            + "(\\$.*)?")),
    CALLBACKS_ARE_NOT_OVERLOADED(
            CallbackOffender.class,
            root ->
                    methods()
                            .that()
                            .areAnnotatedWith(PostConstruct.class)
                            .or()
                            .areAnnotatedWith(PreDestroy.class)
                            .or()
                            .areAnnotatedWith(Schedule.class)
                            .should(new NameOfItsOwn())),
    TIMERS_SURVIVE_A_FAILURE(
            TimerOffender.class,
            root ->
                    methods()
                            .that()
                            .areAnnotatedWith(Schedule.class)
                            .should()
                            .beDeclaredInClassesThat()
                            .areAnnotatedWith(Interceptors.class)),
    SESSION_BEANS_ARE_CALLED_BY_PUBLIC_METHODS(
            BeanOffender.class,
            root ->
                    methods()
                            .that()
                            .areDeclaredInClassesThat()
                            .areAnnotatedWith(Stateless.class)
                            .or()
                            .areDeclaredInClassesThat()
                            .areAnnotatedWith(Singleton.class)
                            .should(new PublicIfCalledFromElsewhere())),
    EJB_FIELDS_CROSS_A_MODULE(
            EjbOffender.class,
            root ->
                    fields().that()
                            .areAnnotatedWith(EJB.class)
                            .should(new ContractOfAnotherModule(root))),
    INJECT_FIELDS_STAY_INSIDE_A_MODULE(
            InjectOffender.class,
            root ->
                    fields().that()
                            .areAnnotatedWith(Inject.class)
                            .should(not(new ContractOfAnotherModule(root))));

    private final Class<?> offender;
    private final Function<String, ArchRule> rule;

    ArchitectureRule(Class<?> offender, Function<String, ArchRule> rule) {
        this.offender = offender;
        this.rule = rule;
    }

    /** A tiny class that breaks the rule, under a root package of its own. */
    Class<?> offender() {
        return offender;
    }

    ArchRule under(String root) {
        return rule.apply(root);
    }

    private static ArchRule library(String library, String root, String place) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + place, library)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }
}
