package org.keyway.acceptance.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.inject.AbstractModule;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String OURS = "org.keyway..";
    private static final String IDENTIFIER = "org.keyway.identifier..";
    private static final String PROFILES = "org.keyway.profile..";
    private static final String JOBS = "org.keyway.job..";
    private static final String OPC_UA = "org.keyway.opcua..";
    private static final String TERMINAL = "org.keyway.terminal..";
    private static final String SIMULATOR = "org.keyway.simulator..";
    private static final String APP = "org.keyway.app..";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.keyway");

    private static void hold(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static ArchRule mayUseOfOurs(String room, String... rooms) {
        String[] all = new String[rooms.length + 1];
        System.arraycopy(rooms, 0, all, 0, rooms.length);
        all[rooms.length] = room;
        return noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat(resideInAPackage(OURS).and(resideOutsideOfPackages(all)));
    }

    @Test
    void identifierKnowsNothingOfOurs() {
        hold(mayUseOfOurs(IDENTIFIER));
    }

    @Test
    void profilesKnowIdentifiersAlone() {
        hold(mayUseOfOurs(PROFILES, IDENTIFIER));
    }

    @Test
    void jobsKnowWhatIsToTheirLeft() {
        hold(mayUseOfOurs(JOBS, PROFILES, IDENTIFIER));
    }

    @Test
    void opcUaKnowsJobsAndLeftOfThemAndNotTheTerminal() {
        hold(mayUseOfOurs(OPC_UA, JOBS, PROFILES, IDENTIFIER));
    }

    @Test
    void terminalKnowsJobsAndLeftOfThemAndNotOpcUa() {
        hold(mayUseOfOurs(TERMINAL, JOBS, PROFILES, IDENTIFIER));
    }

    @Test
    void theSimulatorKnowsNothingOfKeyway() {
        hold(mayUseOfOurs(SIMULATOR));
    }

    @Test
    void roomsHaveNoCircles() {
        hold(slices().matching("org.keyway.(*)..").should().beFreeOfCycles());
    }

    @Test
    void miloStaysInItsRooms() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages(OPC_UA, SIMULATOR)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.eclipse.milo.."));
    }

    @Test
    void sqlStaysInStores() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages("..store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..", "org.flywaydb..", "com.zaxxer.."));
    }

    @Test
    void httpIsServedByTheTerminalAlone() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages(TERMINAL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.javalin..", "jakarta.servlet..", "org.eclipse.jetty.."));
    }

    @Test
    void othersAreAskedOverHttpByResolutionAlone() {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages("org.keyway.identifier.resolution.source..", SIMULATOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "com.sun.net.httpserver.."));
    }

    @Test
    void guiceStaysAtTheEdges() {
        hold(noClasses()
                .that()
                .areNotAssignableTo(AbstractModule.class)
                .and()
                .resideOutsideOfPackage(APP)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google.inject.."));
    }

    @Test
    void modulesAreNamedSo() {
        hold(classes()
                .that()
                .areAssignableTo(AbstractModule.class)
                .and()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Module"));
    }

    @Test
    void timeComesInFromOutside() {
        hold(noClasses()
                .that()
                .resideInAnyPackage(IDENTIFIER, PROFILES, JOBS, OPC_UA, TERMINAL)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void namesSayWhatAThingIs() {
        hold(noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Data|Info)"));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        hold(NO_CLASSES_SHOULD_USE_FIELD_INJECTION);
    }

    @Test
    void thereIsOneWayToLog() {
        hold(NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING);
    }
}
