package org.campaignbot.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.conversation.JavaStep;
import org.campaignbot.conversation.PackVocabulary;
import org.campaignbot.conversation.StepValue;
import org.campaignbot.flow.Value;
import org.jspecify.annotations.Nullable;

/** Java steps that fail as soon as one takes or gives what it doesn't declare; an error, since the engine explains exceptions. */
public final class DeclaredSteps {

    /** What steps took and gave so far: {@code step takes fact}, {@code step gives path} and {@code step outcome}. */
    public static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private DeclaredSteps() {}

    static PackVocabulary of(PackVocabulary vocabulary) {
        return new PackVocabulary(
                vocabulary.steps().values().stream()
                        .map(DeclaredSteps::held)
                        .collect(Collectors.toMap(JavaStep::name, step -> step)),
                vocabulary.expectations(),
                vocabulary.effects(),
                vocabulary.drafts(),
                vocabulary.told(),
                vocabulary.results());
    }

    private static JavaStep held(JavaStep step) {
        return new JavaStep(
                step.name(),
                step.about(),
                step.takes(),
                step.arguments(),
                step.outcomes(),
                step.gives(),
                input -> run(step, input));
    }

    private static JavaStep.Result run(JavaStep step, JavaStep.Input input) {
        Set<String> named = step.arguments().stream()
                .filter(argument -> argument.type() == StepValue.Type.FACT)
                .flatMap(argument -> Stream.ofNullable(input.with().get(argument.name())))
                .collect(Collectors.toSet());
        JavaStep.Result result = step.run(new JavaStep.Input(
                facts(step, named, input.facts()), input.with(), input.now(), input.seed(), input.language()));
        require(step.outcomes().contains(result.outcome()), step, "has the outcome", result.outcome());
        SEEN.add(step.name() + " outcome " + result.outcome());
        result.facts().forEach((fact, value) -> {
            List<StepValue> declared = step.gives().stream()
                    .filter(each -> each.name().equals(fact))
                    .toList();
            require(!declared.isEmpty() || named.contains(fact), step, "gives", fact);
            declared.forEach(each -> {
                each.mismatch(value).ifPresent(path -> require(false, step, "gives otherwise than declared", path));
                see(step.name() + " gives " + fact, value);
            });
        });
        return result;
    }

    private static JavaStep.Facts facts(JavaStep step, Set<String> named, JavaStep.Facts facts) {
        return new JavaStep.Facts() {
            @Override
            public @Nullable Value value(String name) {
                require(step.takes().contains(name) || named.contains(name), step, "takes", name);
                SEEN.add(step.name() + " takes " + name);
                return facts.value(name);
            }

            @Override
            public @Nullable String meaning(String words) {
                return facts.meaning(words);
            }

            @Override
            public Map<String, Value> records() {
                return facts.records();
            }

            @Override
            public @Nullable String title(String flow) {
                return facts.title(flow);
            }
        };
    }

    private static void see(String path, Value value) {
        SEEN.add(path);
        if (value instanceof Value.Row row) {
            row.fields().forEach((name, field) -> see(path + "." + name, field));
        } else if (value instanceof Value.Rows rows) {
            rows.rows().forEach(row -> row.fields().forEach((name, field) -> see(path + "." + name, field)));
        }
    }

    private static void require(boolean declared, JavaStep step, String does, String what) {
        if (!declared) {
            throw new AssertionError("the Java step " + step.name() + " " + does + " " + what + ", undeclared");
        }
    }
}
