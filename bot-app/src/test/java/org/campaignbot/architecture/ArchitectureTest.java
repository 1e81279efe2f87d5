package org.campaignbot.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The architecture diagram as a test: which package may depend on which. */
class ArchitectureTest {

    private static final String ROOT = "org.campaignbot.";

    /** All of our classes except tests. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.campaignbot");

    /** The packages of the core, each with the core packages that it may depend on. */
    private static final Map<String, Set<String>> CORE = Map.ofEntries(
            Map.entry("message", Set.of()),
            Map.entry("people", Set.of()),
            Map.entry("directory", Set.of()),
            Map.entry("flow", Set.of("message", "people")),
            Map.entry("conversation", Set.of("flow", "message", "people", "directory")),
            Map.entry("sending", Set.of("message", "people")),
            Map.entry("update", Set.of("conversation", "sending", "flow", "message", "people")),
            Map.entry("lookup", Set.of("conversation", "directory", "flow", "message", "people")),
            Map.entry("calls", Set.of("lookup", "conversation", "sending", "directory", "flow", "message", "people")),
            Map.entry("letters", Set.of("calls", "lookup", "conversation", "directory", "flow", "message", "people")),
            Map.entry("visits", Set.of("calls", "lookup", "conversation", "directory", "flow", "message", "people")),
            Map.entry("outcomes", Set.of("conversation", "sending", "directory", "flow", "message", "people")),
            Map.entry("settings", Set.of("directory", "flow", "people", "times")),
            // Due timers arrive like updates, so the timers depend on the update processor, not vice versa.
            Map.entry("timers", Set.of("conversation", "flow", "people", "update")),
            Map.entry("times", Set.of("flow")),
            Map.entry("reminders", Set.of("times", "lookup", "conversation", "directory", "flow", "people")),
            // The filter for one-time codes and blocks runs before the engine, so it depends on the update processor,
            // not vice versa.
            Map.entry("organizers", Set.of("conversation", "flow", "people", "update")),
            Map.entry(
                    "subscriptions",
                    Set.of("lookup", "conversation", "sending", "directory", "flow", "message", "people")),
            // The filter for alerts runs before the engine, like the one for one-time codes.
            Map.entry(
                    "alert",
                    Set.of(
                            "calls",
                            "lookup",
                            "conversation",
                            "sending",
                            "directory",
                            "flow",
                            "message",
                            "organizers",
                            "outcomes",
                            "people",
                            "update",
                            "settings",
                            "subscriptions",
                            "times")),
            // It reads what has ended, and nothing announces it there.
            Map.entry("crm", Set.of("alert", "directory", "outcomes")),
            // Cards are sent through the outbox, and answers to a party arrive as updates.
            Map.entry("party", Set.of("calls", "conversation", "sending", "flow", "message", "people", "update")),
            Map.entry(
                    "features",
                    Set.of(
                            "calls",
                            "letters",
                            "visits",
                            "alert",
                            "conversation",
                            "directory",
                            "lookup",
                            "party",
                            "reminders",
                            "subscriptions")),
            Map.entry(
                    "memory",
                    Set.of(
                            "alert",
                            "conversation",
                            "sending",
                            "directory",
                            "people",
                            "update",
                            "subscriptions",
                            "outcomes",
                            "timers")));

    /** The packages under {@code alert}, each with those that it may depend on besides {@code alert} itself. */
    private static final Map<String, Set<String>> PARTS_OF_ALERTS = Map.of(
            "audience", Set.of(),
            "check", Set.of("audience"),
            "reader", Set.of(),
            "sending", Set.of("audience", "reader"),
            "desk", Set.of("audience", "check", "reader", "sending"));

    @TestFactory
    Stream<DynamicTest> aPackageOfTheCoreNamesOnlyThoseBelowIt() {
        return CORE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<String> allowed = new ArrayList<>(List.of(
                            ROOT + entry.getKey() + "..",
                            "java..",
                            "javax.crypto..",
                            "org.jspecify..",
                            "org.locationtech.jts..",
                            "com.github.benmanes.caffeine.."));
                    entry.getValue().forEach(name -> allowed.add(ROOT + name + ".."));
                    classes()
                            .that(resideInAPackage(ROOT + entry.getKey() + ".."))
                            .should()
                            .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new))
                                    .or(arrayOrPrimitive()))
                            .check(CLASSES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aPartOfAlertsNamesOnlyThoseBelowIt() {
        return PARTS_OF_ALERTS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Set<String> others = new TreeSet<>(PARTS_OF_ALERTS.keySet());
                    others.removeAll(entry.getValue());
                    others.remove(entry.getKey());
                    noClasses()
                            .that(resideInAPackage(ROOT + "alert." + entry.getKey()))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(others.stream()
                                    .map(each -> ROOT + "alert." + each)
                                    .toArray(String[]::new)))
                            .check(CLASSES);
                }));
    }

    @Test
    void theLifeOfAnAlertKnowsOfItsPartsNoneButTheAudience() {
        noClasses()
                .that(resideInAPackage(ROOT + "alert"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + "alert.check", ROOT + "alert.reader", ROOT + "alert.sending", ROOT + "alert.desk"))
                .check(CLASSES);
    }

    @Test
    void everyPackageOfTheCoreIsInTheDrawing() {
        List<String> outside = List.of(
                "content",
                "lines",
                "platform",
                "workspace",
                "slack",
                "terminal",
                "storage",
                "telegram",
                "web",
                "app",
                "testkit",
                "architecture",
                "benchmarks");
        Assertions.assertThat(CLASSES.stream()
                        .map(each -> each.getPackageName().split("\\.", -1)[2])
                        .distinct()
                        .filter(name -> !outside.contains(name)))
                .containsExactlyInAnyOrderElementsOf(CORE.keySet());
    }

    @Test
    void whatTheEngineSaysAndTakesKnowsNoFeature() {
        noClasses()
                .that(resideInAnyPackage(ROOT + "conversation..", ROOT + "sending..", ROOT + "update.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + "lookup..",
                        ROOT + "calls..",
                        ROOT + "letters..",
                        ROOT + "visits..",
                        ROOT + "outcomes..",
                        ROOT + "timers..",
                        ROOT + "reminders..",
                        ROOT + "organizers..",
                        ROOT + "party..",
                        ROOT + "subscriptions..",
                        ROOT + "alert.."))
                .check(CLASSES);
    }

    @Test
    void contentNamesTheCoreAndNoAdapter() {
        noClasses()
                .that(resideInAPackage(ROOT + "content.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        ROOT + "lines..",
                        ROOT + "platform..",
                        ROOT + "workspace..",
                        ROOT + "slack..",
                        ROOT + "terminal..",
                        ROOT + "storage..",
                        ROOT + "telegram..",
                        ROOT + "web..",
                        ROOT + "app.."))
                .check(CLASSES);
    }

    @Test
    void whatTheAdaptersShareNamesNothingElseOfOurs() {
        noClasses()
                .that(resideInAnyPackage(ROOT + "platform..", ROOT + "workspace.."))
                .should()
                .dependOnClassesThat(resideInAPackage("org.campaignbot..")
                        .and(DescribedPredicate.not(resideInAnyPackage(ROOT + "platform..", ROOT + "workspace.."))))
                .check(CLASSES);
    }

    /** The packages inside the storage, each with those that it may depend on. */
    private static final Map<String, Set<String>> STORAGE = Map.of(
            "failure", Set.of(),
            "sealing", Set.of("failure"),
            "sql", Set.of("failure", "sealing"),
            "outbox", Set.of("failure", "sealing", "sql"),
            "organizing", Set.of("failure", "sealing", "sql"),
            "serving", Set.of("failure", "sealing", "sql"),
            "alert", Set.of("failure", "sealing", "sql", "outbox"),
            "conversation", Set.of("failure", "sealing", "sql", "outbox", "alert"),
            "maintenance", Set.of("failure", "sealing", "sql", "outbox", "alert", "organizing", "serving"));

    /** The packages inside the Slack adapter, each with those that it may depend on. */
    private static final Map<String, Set<String>> SLACK = Map.of(
            "api", Set.of(),
            "workspace", Set.of("api"),
            "blocks", Set.of("api", "workspace"),
            "send", Set.of("api", "workspace", "blocks"),
            "home", Set.of("api", "workspace", "blocks"),
            "receive", Set.of("api", "workspace", "blocks", "send", "home"),
            "settings", Set.of("receive"),
            "install", Set.of("api", "workspace", "blocks", "receive", "settings"));

    @TestFactory
    Stream<DynamicTest> aPackageOfAnAdapterNamesOnlyThoseBelowIt() {
        return Stream.of(Map.entry("storage", STORAGE), Map.entry("slack", SLACK))
                .flatMap(adapter -> adapter.getValue().entrySet().stream()
                        .map(entry -> DynamicTest.dynamicTest(adapter.getKey() + "." + entry.getKey(), () -> {
                            String root = ROOT + adapter.getKey();
                            Set<String> others =
                                    new TreeSet<>(adapter.getValue().keySet());
                            others.removeAll(entry.getValue());
                            others.remove(entry.getKey());
                            List<String> above = new ArrayList<>(List.of(root));
                            others.forEach(each -> above.add(root + "." + each));
                            noClasses()
                                    .that(resideInAPackage(root + "." + entry.getKey()))
                                    .should()
                                    .dependOnClassesThat(resideInAnyPackage(above.toArray(String[]::new)))
                                    .check(CLASSES);
                        })));
    }

    /** What stays inside is public only for the packages beside it. */
    @Test
    void othersSeeOnlyTheFaceOfTheStorage() {
        Set<String> face = Set.of(
                "failure.StorageFailure",
                "failure.UnusableDatabase",
                "sealing.BotKey",
                "sql.DatabaseLocation",
                "serving.ServingLock",
                "maintenance.Transfer",
                "maintenance.Retention",
                "maintenance.RecurringWork");
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "storage..", "org.campaignbot.benchmarks..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "storage.*")
                        .and(DescribedPredicate.describe(
                                "inner",
                                (JavaClass each) -> face.stream()
                                        .noneMatch(name -> each.getName().equals(ROOT + "storage." + name)
                                                || each.getName().startsWith(ROOT + "storage." + name + "$")))))
                .check(CLASSES);
    }

    @Test
    void anAdapterNamesTheCoreWhatAdaptersShareAndNothingElseOfOurs() {
        List<String> adapters = List.of("lines", "slack", "terminal", "storage", "telegram", "web");
        for (String adapter : adapters) {
            Stream<String> others =
                    Stream.concat(Stream.of("content", "app"), adapters.stream().filter(each -> !each.equals(adapter)));
            noClasses()
                    .that(resideInAPackage(ROOT + adapter + ".."))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(
                            others.map(each -> ROOT + each + "..").toArray(String[]::new)))
                    .check(CLASSES);
        }
    }

    @Test
    void onlyTheWebAdapterKnowsOfTemplates() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "web")
                .should()
                .dependOnClassesThat(resideInAPackage("gg.jte.."))
                .check(CLASSES);
    }

    /** Nor on another platform's fake: their shared code is about no platform, so each rule is in one place with its source. */
    @Test
    void aFakeOfAPlatformSharesNoErrorWithTheBot() {
        String shared = ROOT + "testkit.fake..";
        for (String platform : List.of("telegram", "slack", "fake")) {
            String fake = ROOT + "testkit." + platform + "..";
            noClasses()
                    .that(resideInAPackage(fake))
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.campaignbot..")
                            .and(DescribedPredicate.not(resideInAnyPackage(fake, shared))))
                    .check(CLASSES);
        }
    }

    @Test
    void nothingIsDoneBesideOnTheCommonPoolWhoseThreadsMayAllBeWaitingForIt() {
        noClasses()
                .should()
                .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
                .orShould()
                .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheStorageKnowsOfDatabases() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "storage..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("java.sql..", "javax.sql..", "org.sqlite..", "org.postgresql.."))
                .check(CLASSES);
    }

    @Test
    void onlyItsAdapterKnowsAPlatformsLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "slack..", ROOT + "telegram..", ROOT + "platform..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.slack..", "org.telegram..", "okhttp3.."))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "slack..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.telegram.."))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "telegram..")
                .should()
                .dependOnClassesThat(resideInAPackage("com.slack.."))
                .check(CLASSES);
    }

    @Test
    void onlyTheServerKnowsOfSpringAndOfServletsButForTheBindingOfSettings() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "app.config")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework..", "jakarta..", "org.apache..")
                        .and(DescribedPredicate.not(resideInAnyPackage(
                                "org.springframework.boot.context.properties..", "org.springframework.core.."))))
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "app.serve..", ROOT + "app.config")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework..", "jakarta..", "org.apache.."))
                .check(CLASSES);
    }

    @Test
    void serverAndCommandsAreBuiltOfThePartsOfAnInstallationAndNotOfEachOther() {
        Map<String, List<String>> above = Map.of(
                "config", List.of("", ".watch", ".crm", ".serve", ".cli"),
                "watch", List.of("", ".crm", ".serve", ".cli"),
                "crm", List.of("", ".watch", ".serve", ".cli"),
                "serve", List.of("", ".cli"),
                "cli", List.of("", ".serve"));
        above.forEach((part, others) -> noClasses()
                .that(resideInAPackage(ROOT + "app." + part))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        others.stream().map(each -> ROOT + "app" + each).toArray(String[]::new)))
                .check(CLASSES));
    }

    @Test
    void onlyTheShellReadsTheClock() {
        noClasses()
                .that(resideInAnyPackage(
                        ROOT + "message..",
                        ROOT + "flow..",
                        ROOT + "conversation..",
                        ROOT + "directory..",
                        ROOT + "lookup..",
                        ROOT + "calls..",
                        ROOT + "letters..",
                        ROOT + "visits..",
                        ROOT + "settings..",
                        ROOT + "outcomes..",
                        ROOT + "timers..",
                        ROOT + "times..",
                        ROOT + "reminders..",
                        ROOT + "organizers..",
                        ROOT + "subscriptions..",
                        ROOT + "alert..",
                        ROOT + "crm.."))
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.InstantSource.class, "system")
                .check(CLASSES);
    }

    @Test
    void noPackageIsADrawerForEverything() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..impl..", "..helper..", "..manager..", "..common..", "..service..", "..dto..")
                .check(CLASSES);
    }

    @Test
    void noNameOfAClassIsUsedTwice() {
        Map<String, Long> times = CLASSES.stream()
                .filter(each -> each.isTopLevelClass() && !each.getSimpleName().equals("package-info"))
                .filter(each -> !each.getPackageName().startsWith(ROOT + "testkit"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
        Assertions.assertThat(times).hasSizeGreaterThan(700);
        Assertions.assertThat(times.entrySet().stream().filter(each -> each.getValue() > 1))
                .isEmpty();
    }

    private static DescribedPredicate<JavaClass> arrayOrPrimitive() {
        return DescribedPredicate.describe("arrays and primitives", each -> each.isArray() || each.isPrimitive());
    }
}
