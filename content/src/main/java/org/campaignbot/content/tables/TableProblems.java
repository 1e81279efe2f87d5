package org.campaignbot.content.tables;

import java.util.ArrayList;
import java.util.List;
import org.campaignbot.content.Problem;

/** The problems found so far, up to the number that a person wants to read at once. */
public final class TableProblems {

    static final int MOST = 20;

    private final List<Problem> found = new ArrayList<>();

    /** Adds a problem, unless there are too many to read already. */
    public void add(String file, int line, int column, String code, String message, String fix) {
        if (!areMany()) {
            found.add(new Problem(file, line, column, code, message, fix));
        }
    }

    void addAll(TableProblems others) {
        for (Problem problem : others.found) {
            if (!areMany()) {
                found.add(problem);
            }
        }
    }

    /** Whether there are as many as a person wants to read at once. */
    public boolean areMany() {
        return found.size() >= MOST;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Problem> toList() {
        return List.copyOf(found);
    }
}
