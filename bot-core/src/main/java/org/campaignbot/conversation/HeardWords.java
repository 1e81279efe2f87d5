package org.campaignbot.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Fold;
import org.campaignbot.flow.Pack;
import org.campaignbot.people.Language;
import org.jspecify.annotations.Nullable;

/** The words that start a pack's flows from anywhere. */
final class HeardWords {

    private final Map<Language, Map<String, String>> flows;
    private final List<Flow> taking;
    private final List<Flow> anywhere;

    HeardWords(Pack pack) {
        this.flows = pack.heardLanguages().stream()
                .collect(Collectors.toMap(each -> each, pack::heard, (one, other) -> one, LinkedHashMap::new));
        this.taking = pack.flows().values().stream()
                .filter(flow -> flow.takes() != null)
                .toList();
        this.anywhere = taking.stream()
                .filter(flow -> Objects.requireNonNull(flow.takes()).anywhere() != null)
                .toList();
    }

    /** The flows that take more words than those that start them. */
    List<Flow> takers() {
        return taking;
    }

    /** The flows that start wherever something they take is mentioned. */
    List<Flow> anywhere() {
        return anywhere;
    }

    /** The flow that folded words start; matches words of every language, the reader's own first. */
    @Nullable
    String flow(String folded, Language language) {
        String flow = flows.getOrDefault(language, Map.of()).get(folded);
        if (flow != null) {
            return flow;
        }
        return flows.values().stream()
                .map(phrases -> phrases.get(folded))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The flow that a text starts with extra words it accepts, as in "remind me tomorrow at nine"; or null. */
    @Nullable
    Flow taker(String text, FlowRun flowRun) {
        String folded = Fold.fold(text);
        for (Flow flow : taking) {
            boolean begins = flow.heard().values().stream()
                    .flatMap(List::stream)
                    .anyMatch(words -> folded.startsWith(words + " "));
            if (begins
                    && flowRun.recognizes(Objects.requireNonNull(flow.takes()).kind(), text)) {
                return flow;
            }
        }
        return null;
    }
}
