package org.campaignbot.testkit.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What one chat was sent, compared to the marks of its expected answers. */
final class ChatRecord {

    private final List<String> marks;
    private final Long[] arrived;
    private final SortedSet<Integer> late = new TreeSet<>();
    private final List<String> outOfOrder = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private int next;
    private int repeated;

    ChatRecord(List<String> marks) {
        this.marks = List.copyOf(marks);
        this.arrived = new Long[marks.size()];
    }

    void add(Said said, CrashJudge judge) {
        int place = place(said.text());
        if (place < 0) {
            return;
        }
        if (arrived[place] == null) {
            if (place < next) {
                outOfOrder.add(marks.get(place));
                late.remove(place);
            } else {
                for (int skipped = next; skipped < place; skipped++) {
                    late.add(skipped);
                }
                next = place + 1;
            }
        } else if (judge.explainsRepeat(arrived[place], said.nanos())) {
            repeated++;
        } else {
            unexplained.add(marks.get(place));
        }
        arrived[place] = said.nanos();
    }

    /** The index of the answer in a text: the expected one, else the latest before, else the first after; -1 if none. */
    private int place(String text) {
        if (next < marks.size() && text.contains(marks.get(next))) {
            return next;
        }
        for (int before = next - 1; before >= 0; before--) {
            if (text.contains(marks.get(before))) {
                return before;
            }
        }
        for (int after = next + 1; after < marks.size(); after++) {
            if (text.contains(marks.get(after))) {
                return after;
            }
        }
        return -1;
    }

    Verdict verdict() {
        List<String> lost = new ArrayList<>();
        late.forEach(place -> lost.add(marks.get(place)));
        lost.addAll(marks.subList(next, marks.size()));
        return new Verdict(marks.size() - lost.size(), lost, outOfOrder, repeated, unexplained);
    }
}
