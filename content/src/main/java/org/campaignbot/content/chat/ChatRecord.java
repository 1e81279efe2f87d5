package org.campaignbot.content.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.campaignbot.conversation.Event;
import org.campaignbot.conversation.Turn;
import org.campaignbot.conversation.TurnInput;
import org.campaignbot.flow.Pack;
import org.campaignbot.people.Language;

/** Writes a chat as a transcript that can be replayed. */
public final class ChatRecord {

    private final StringBuilder text = new StringBuilder();
    private Instant now;

    /** Creates a record of a chat over a pack that begins in a language, at an instant. */
    public ChatRecord(Pack pack, Language locale, Instant start) {
        this.now = start.truncatedTo(ChronoUnit.SECONDS);
        text.append("campaign ").append(pack.id()).append('\n');
        text.append("lang ").append(locale).append('\n');
        text.append("at ").append(now).append("\n\n");
    }

    /** Adds a turn and the whole seconds that passed before it; messages that came by themselves go below them. */
    public void turn(TurnInput turnInput, Turn turn) {
        boolean bySelf = turnInput.event() instanceof Event.Due;
        long seconds = Math.max(Duration.between(now, turnInput.at()).toSeconds(), bySelf ? 1 : 0);
        if (seconds > 0) {
            text.append("--- ").append(seconds).append(seconds == 1 ? " second passes ---\n" : " seconds pass ---\n");
            now = now.plusSeconds(seconds);
        }
        if (!bySelf) {
            text.append(ScriptedEvent.line(turnInput.event())).append('\n');
        }
        for (String line : PlainAnswer.lines(turn.messages(), turn.effects())) {
            text.append((TranscriptReader.INDENT + line).stripTrailing()).append('\n');
        }
    }

    /** The transcript so far. */
    public String text() {
        return text.toString();
    }
}
