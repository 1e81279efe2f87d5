package org.campaignbot.benchmarks.alert;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.campaignbot.alert.audience.Criterion;
import org.campaignbot.alert.sending.Recipients;

/**
 * Compares the bot's record of a finished alert with what the fake Telegram server received.
 *
 * @param token the bot's token, which names the account that everyone has a chat with
 */
record AlertJudge(AlertScene scene, SignedUp people, Receipts receipts, String token) {

    /** What became of everyone after this many kills. */
    AlertVerdict verdict(int kills) {
        Set<Long> saidToBeSent = saidToBeSent();
        long unknown = scene.count(Recipients.State.UNKNOWN);
        long unsaid = people.all()
                .filter(chat -> !saidToBeSent.contains(chat))
                .filter(receipts::has)
                .count();
        long claimed = saidToBeSent.stream().filter(chat -> !receipts.has(chat)).count();
        return new AlertVerdict(
                kills,
                1,
                people.count(),
                receipts.among(people.all()),
                saidToBeSent.size(),
                unknown,
                unsaid,
                (unknown + kills - 1) / kills,
                people.count() - saidToBeSent.size() - unknown,
                receipts.twice(),
                claimed);
    }

    private Set<Long> saidToBeSent() {
        String account = token.substring(0, token.indexOf(':'));
        return new HashSet<>(scene.with(database -> {
            Map<String, Long> byHash = people.all()
                    .boxed()
                    .collect(Collectors.toMap(
                            chat -> database.persons()
                                    .of(SignedUp.key(account, chat).person()),
                            chat -> chat));
            return database.recipients().took(AlertScene.ALERT, Criterion.Part.GOT, byHash.keySet()).stream()
                    .map(byHash::get)
                    .collect(Collectors.toSet());
        }));
    }
}
