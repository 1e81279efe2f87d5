package org.campaignbot.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * At most some number of messages in any window of a length, as the platform sees it.
 *
 * <p>A message occupies a place from its sending until a window after its answer. The platform counted it somewhere in between,
 * so a place is never free while the platform may still count its last message.
 */
final class SlidingWindow implements ChatRateLimit {

    /** A reserve takes at most a tenth of a window. */
    private static final int PLACES_PER_RESERVED_ONE = 10;

    private final Duration window;
    private final Deque<Instant> answers = new ArrayDeque<>();
    private int places;
    private int underWay;

    SlidingWindow(Duration window, int places) {
        this.window = window;
        this.places = places;
    }

    /** Changes the number of places; after shrinking, more may be occupied for a while. */
    void resize(int newPlaces) {
        places = newPlaces;
    }

    /** How many places there are. */
    int places() {
        return places;
    }

    /** How many places are occupied. */
    int occupied(Instant now) {
        forget(now);
        return underWay + answers.size();
    }

    /** When a place will be free; {@link Instant#MAX} if that needs an answer or more places. */
    @Override
    public Instant freeAt(Instant now) {
        return freeAt(now, 0);
    }

    /** When a place will be free besides {@code reserved} ones; a small window reserves fewer. */
    Instant freeAt(Instant now, int reserved) {
        int kept = Math.min(reserved, places / PLACES_PER_RESERVED_ONE);
        int tooMany = occupied(now) + kept - places + 1;
        if (tooMany <= 0) {
            return Instant.MIN;
        }
        if (tooMany > answers.size()) {
            return Instant.MAX;
        }
        Instant last = answers.peekFirst();
        if (tooMany > 1) {
            last = answers.stream().skip(tooMany - 1L).findFirst().orElseThrow();
        }
        return last.plus(window);
    }

    @Override
    public void sent() {
        underWay++;
    }

    @Override
    public void answered(Instant at) {
        underWay = Math.max(0, underWay - 1);
        Instant last = answers.peekLast();
        Instant kept = wholeMillis(at);
        answers.addLast(last != null && last.isAfter(kept) ? last : kept);
    }

    /** Rounded up, so that an instant is the same after a round trip through a store. */
    private static Instant wholeMillis(Instant at) {
        Instant floor = at.truncatedTo(ChronoUnit.MILLIS);
        return floor.equals(at) ? at : floor.plusMillis(1);
    }

    @Override
    public List<Instant> marks() {
        return List.copyOf(answers);
    }

    @Override
    public void resume(List<Instant> marks) {
        List<Instant> others = new ArrayList<>(marks);
        answers.forEach(others::remove);
        others.addAll(answers);
        Collections.sort(others);
        answers.clear();
        answers.addAll(others);
    }

    @Override
    public Instant over() {
        Instant last = answers.peekLast();
        return last == null ? Instant.MIN : last.plus(window);
    }

    private void forget(Instant now) {
        Instant first = answers.peekFirst();
        if (first != null && first.isAfter(now.plus(window))) {
            // The clock was set back.
            int present = answers.size();
            answers.clear();
            for (int i = 0; i < present; i++) {
                answers.addLast(now);
            }
            return;
        }
        while (first != null && !first.plus(window).isAfter(now)) {
            answers.removeFirst();
            first = answers.peekFirst();
        }
    }
}
