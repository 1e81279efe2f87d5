package org.campaignbot.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Classes that depend on each other in a circle can only be understood together, so no circle is larger than three. */
class ClassCirclesTest {

    private static final int LARGEST = 3;

    /** The circles that are larger, each with the reason. */
    private static final List<Set<String>> LARGER = List.of(
            // Lists its checks, each of which names itself in what it reports.
            Set.of(
                    "PackCheck",
                    "AlarmCheck",
                    "AnswerCheck",
                    "BudgetCheck",
                    "ButtonCheck",
                    "CircleCheck",
                    "CommandCheck",
                    "Exceptions",
                    "HeardCheck",
                    "LinkCheck",
                    "MenuCheck",
                    "ParagraphCheck",
                    "PhraseCheck",
                    "ReachCheck",
                    "ReadingCheck",
                    "RecordCheck",
                    "RepairCheck",
                    "TextPart",
                    "TruthCheck",
                    "TurnCheck",
                    "UrgentLinkCheck",
                    "UseCheck"),
            // A command lists its subcommands, and each of them is given the command above it.
            Set.of(
                    "AlertCommand",
                    "AlertAudienceCommand",
                    "AlertDraftOptions",
                    "AlertPreviewCommand",
                    "AlertRehearseCommand"));

    @Test
    void noMoreThanThreeClassesDependOnEachOtherInACircle() {
        Map<String, Set<String>> uses = uses();
        Map<String, Set<String>> reached = new TreeMap<>();
        uses.keySet().forEach(each -> reached.put(each, reached(each, uses)));
        Set<Set<String>> circles = reached.entrySet().stream()
                .map(each -> circle(each.getKey(), each.getValue(), reached))
                .filter(each -> each.size() > LARGEST)
                .collect(Collectors.toSet());
        assertThat(circles.stream()
                        .filter(circle -> LARGER.stream().noneMatch(known -> known.containsAll(simple(circle))))
                        .sorted(Comparator.comparing(Set::toString)))
                .isEmpty();
    }

    /** The classes of the product, each with those it depends on; nested classes count as the class around them. */
    private static Map<String, Set<String>> uses() {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (JavaClass each : ArchitectureTest.CLASSES) {
            if (isOfTheProduct(each)) {
                Set<String> used = uses.computeIfAbsent(top(each), name -> new TreeSet<>());
                each.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(ClassCirclesTest::isOfTheProduct)
                        .map(ClassCirclesTest::top)
                        .forEach(used::add);
            }
        }
        assertThat(uses).hasSizeGreaterThan(600);
        return uses;
    }

    private static boolean isOfTheProduct(JavaClass each) {
        return each.getPackageName().startsWith("org.campaignbot")
                && !each.getPackageName().startsWith("org.campaignbot.testkit");
    }

    private static String top(JavaClass each) {
        int nested = each.getName().indexOf('$');
        return nested < 0 ? each.getName() : each.getName().substring(0, nested);
    }

    private static Set<String> reached(String from, Map<String, Set<String>> uses) {
        Set<String> reached = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            uses.getOrDefault(open.pop(), Set.of()).stream()
                    .filter(reached::add)
                    .forEach(open::push);
        }
        return reached;
    }

    private static Set<String> circle(String one, Set<String> its, Map<String, Set<String>> reached) {
        return its.stream()
                .filter(each -> reached.getOrDefault(each, Set.of()).contains(one))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> simple(Set<String> circle) {
        return circle.stream()
                .map(each -> each.substring(each.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
    }
}
