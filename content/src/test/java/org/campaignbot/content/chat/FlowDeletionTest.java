package org.campaignbot.content.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.campaignbot.content.ShippedCampaign;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.junit.jupiter.api.Test;

/** Takes each flow out of the pack: the chats must notice, or nobody would if it went by accident. */
class FlowDeletionTest {

    /** How many chats must come out differently without a flow. */
    private static final int LEAST = 3;

    /** Nothing of the shipped campaign fails, so no chat shows what the bot says then; UpdateProcessorTest does. */
    private static final Set<String> NEVER_SEEN = Set.of("went-wrong");

    @Test
    void withoutAnyFlowAtLeastThreeChatsComeOutDifferently() {
        Map<String, List<Transcript>> through = chatsThrough();
        Map<String, Integer> tooFew = new TreeMap<>();
        for (String flow : ShippedCampaign.PACK.flows().keySet()) {
            TranscriptRunner runner = new TranscriptRunner(without(flow), ShippedCampaign::engine);
            long broken = through.getOrDefault(flow, List.of()).stream()
                    .filter(chat -> isBroken(runner, chat))
                    .limit(LEAST)
                    .count();
            if (broken < LEAST && !NEVER_SEEN.contains(flow)) {
                tooFew.put(flow, (int) broken);
            }
        }
        assertThat(tooFew).isEmpty();
    }

    /** The chats that come by each flow: only they can notice that it is gone. */
    private static Map<String, List<Transcript>> chatsThrough() {
        Map<String, List<Transcript>> through = new HashMap<>();
        for (Transcript chat : ShippedChats.ALL) {
            Set<String> flows = ShippedChats.run(chat).paths().stream()
                    .map(path -> path.substring(0, path.indexOf('/')))
                    .collect(Collectors.toSet());
            flows.forEach(flow ->
                    through.computeIfAbsent(flow, name -> new ArrayList<>()).add(chat));
        }
        return through;
    }

    private static boolean isBroken(TranscriptRunner runner, Transcript chat) {
        try {
            return !runner.run(chat).passed();
        } catch (RuntimeException cannotGoOn) {
            return true;
        }
    }

    private static Pack without(String name) {
        Pack pack = ShippedCampaign.PACK;
        Map<String, Flow> flows = new LinkedHashMap<>(pack.flows());
        flows.remove(name);
        return pack.withFlows(pack.revision(), flows);
    }
}
