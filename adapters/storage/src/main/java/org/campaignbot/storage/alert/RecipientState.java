package org.campaignbot.storage.alert;

import org.campaignbot.alert.sending.Recipients.State;

/** The numbers of recipient states in their column; from {@link #FINAL} on they are final. */
public final class RecipientState {

    static final int FINAL = 10;

    private RecipientState() {}

    static int number(State state) {
        return switch (state) {
            case WAITING -> 0;
            case IN_FLIGHT -> 1;
            case SENT -> FINAL;
            case FAILED -> 11;
            case EXPIRED -> 12;
            case UNKNOWN -> 13;
            case WITHHELD -> 14;
        };
    }

    public static State of(int number) {
        for (State state : State.values()) {
            if (number(state) == number) {
                return state;
            }
        }
        throw new IllegalStateException("unknown recipient state " + number);
    }
}
