package org.campaignbot.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.campaignbot.alert.sending.AlertTicket;
import org.campaignbot.alert.sending.Recipients.Enlisted;
import org.campaignbot.alert.sending.Recipients.Figure;
import org.campaignbot.alert.sending.Recipients.State;
import org.campaignbot.directory.EasternTime;

/** A recipient of an alert in this process's memory; guarded by its {@link MemoryRecipients}. */
final class MemoryRecipient {
    /** Its key: an alert and the keyed hash of a person. */
    record Name(String alert, String person) {
        static Name of(AlertTicket ticket) {
            return new Name(ticket.alert(), ticket.person());
        }
    }

    final Name name;
    final String subscription;
    final String home;
    State state;
    Instant due;
    Instant changed;
    String why;
    String outcome = "";
    String earlierOutcome = "";
    long toldTurn;
    int round;
    boolean canary;
    boolean started;
    boolean optedOut;
    boolean leaving;
    boolean going;

    MemoryRecipient(Name name, Enlisted enlisted, Instant now) {
        this.name = name;
        this.subscription = enlisted.subscriber().ref();
        this.home = Objects.requireNonNullElse(enlisted.subscriber().state(), "");
        this.state = enlisted.state();
        this.why = enlisted.why();
        this.due = enlisted.due();
        this.changed = now;
    }

    AlertTicket ticket() {
        return new AlertTicket(name.alert, name.person, round);
    }

    void become(State next, String because, Instant now) {
        state = next;
        why = because;
        changed = now;
    }

    void waitAgain(Instant now) {
        become(State.WAITING, "", now);
        due = now;
        round++;
    }

    boolean gotIt() {
        return state == State.SENT || (state == State.UNKNOWN && started);
    }

    List<Figure> figures() {
        String day = state.isFinal() ? EasternTime.dateAt(changed).toString() : "";
        boolean saysWhy = state == State.FAILED || state == State.WITHHELD;
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(home, day, saysWhy ? state.word() + "/" + why : state.word(), 1));
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
