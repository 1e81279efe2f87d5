package org.campaignbot.testkit.crash;

import java.time.Duration;
import java.util.List;

/**
 * Checks what chats were sent while something was killed repeatedly.
 *
 * <p>Each update's answer is recognized by a mark: words found in it and in no other answer of the chat. Every update needs its
 * answer, in order. An answer may repeat only if a crash leaves its outcome unknown, because it was being sent: something was
 * killed shortly after it first arrived. Messages without a mark are ignored.
 */
public final class CrashJudge {

    private final List<Long> kills;
    private final long onItsWay;

    /**
     * Creates a judge for one run.
     *
     * @param kills when something was killed, by {@link System#nanoTime}
     * @param onItsWay how long after its arrival an answer's outcome may still be unknown to the bot
     */
    public CrashJudge(List<Long> kills, Duration onItsWay) {
        this.kills = List.copyOf(kills);
        this.onItsWay = onItsWay.toNanos();
    }

    /**
     * Checks one chat.
     *
     * @param marks the marks of its updates' answers, in the order of the updates
     * @param said what it was sent, in order of arrival
     */
    public Verdict judge(List<String> marks, List<Said> said) {
        ChatRecord record = new ChatRecord(marks);
        for (Said each : said) {
            record.add(each, this);
        }
        return record.verdict();
    }

    /** Whether a crash between an answer's first and second arrival may explain the repeat. */
    boolean explainsRepeat(long first, long again) {
        return kills.stream().anyMatch(kill -> first <= kill && kill <= again && kill - first <= onItsWay);
    }
}
