package org.campaignbot.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignbot.alert.sending.Recipients.Enlisted;
import org.campaignbot.alert.sending.Recipients.Figure;
import org.campaignbot.alert.sending.Recipients.RecipientKey;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.directory.EasternTime;
import org.campaignbot.sending.Account;

/** A recipient of an alert in this process's memory; guarded by its {@link MemoryRecipients}. */
final class MemoryRecipient {
    final RecipientKey key;
    final Account account;
    final String subscription;
    final String home;
    State state;
    Instant due;
    Instant changed;
    String why;
    String outcome = "";
    String earlierOutcome = "";
    long toldTurn;
    boolean canary;
    boolean started;
    boolean optedOut;
    boolean leaving;
    boolean going;

    MemoryRecipient(RecipientKey key, Enlisted enlisted, Instant now) {
        this.key = key;
        this.account = new Account(
                enlisted.subscriber().channel(), enlisted.subscriber().account());
        this.subscription = enlisted.subscriber().ref();
        this.home = Objects.requireNonNullElse(enlisted.subscriber().state(), "");
        this.state = enlisted.state();
        this.why = enlisted.why();
        this.due = enlisted.due();
        this.changed = now;
    }

    void become(State next, String because, Instant now) {
        state = next;
        why = because;
        changed = now;
    }

    void waitAgain(Instant now) {
        become(State.WAITING, "", now);
        due = now;
    }

    boolean gotIt() {
        return state == State.SENT || (state == State.UNKNOWN && started);
    }

    List<Figure> figures() {
        String day = state.isFinal() ? EasternTime.dateAt(changed).toString() : "";
        boolean saysWhy = state == State.FAILED || state == State.WITHHELD;
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                state == State.WAITING ? "" : home, day, saysWhy ? state.word() + "/" + why : state.word(), 1));
        if (started) {
            figures.add(new Figure(home, day, Figure.STARTED, 1));
        }
        if (!outcome.isEmpty()) {
            figures.add(new Figure(home, day, Figure.TOLD + outcome, 1));
        }
        if (optedOut) {
            figures.add(new Figure(home, day, Figure.OPTED_OUT, 1));
        }
        return figures;
    }
}
