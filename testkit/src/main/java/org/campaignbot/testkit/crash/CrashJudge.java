package org.campaignbot.testkit.crash;

import java.time.Duration;
import java.util.List;

/**
 * Judges what chats were sent while something was killed again and again.
 *
 * <p>For each update of a chat the answer is known by a mark: words that stand in it and in no other answer of the chat. Every update
 * needs its answer, in order. An answer may come once more where a crash leaves its fate unknown, which is so while it is on its
 * way: shortly after it came first, something was killed. Messages without a mark are not judged.
 */
public final class CrashJudge {

    private final List<Long> kills;
    private final long onItsWay;

    /**
     * A judge.
     *
     * @param kills when something was killed, by {@link System#nanoTime}
     * @param onItsWay how long after its arrival an answer's fate may still be unknown to the bot
     */
    public CrashJudge(List<Long> kills, Duration onItsWay) {
        this.kills = List.copyOf(kills);
        this.onItsWay = onItsWay.toNanos();
    }

    /**
     * Judges one chat.
     *
     * @param marks the marks of its updates' answers, in the order of the updates
     * @param said what it was sent, in the order in which it arrived
     */
    public Verdict judge(List<String> marks, List<Said> said) {
        ChatRecord record = new ChatRecord(marks);
        for (Said each : said) {
            record.add(each, this);
        }
        return record.verdict();
    }

    /** Whether an answer that came first at one time and again at another may have been repeated by a crash between them. */
    boolean explainsRepeat(long first, long again) {
        return kills.stream().anyMatch(kill -> first <= kill && kill <= again && kill - first <= onItsWay);
    }
}
