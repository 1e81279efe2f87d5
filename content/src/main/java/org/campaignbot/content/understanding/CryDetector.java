package org.campaignbot.content.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.campaignbot.flow.Flow;
import org.campaignbot.flow.Pack;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a text is a cry for help, and how sure that is: surely one, possibly one, or none.
 *
 * <p>The classifier says how likely it is. A phrase of danger or a strong sign in the text lowers the thresholds. The
 * thresholds were chosen on data; see RATIONALE.md.
 */
final class CryDetector {

    /** At this probability danger is sure, and its card comes at once. */
    private static final double SURE = 0.3;

    /** The same where no sign of danger is in the text and it may well mean something ordinary that people ask for. */
    private static final double SURE_IF_ORDINARY = 0.5;

    /**
     * The same where the text is clearly a remark on daily life: "the towels are in the dryer" has words of cries. More would cost held-out
     * cries their card: 0.3 % for each 0.02.
     */
    private static final double SURE_IF_REMARK = 0.34;

    /** The same in a few words: somebody in a panic types no more, and they give little to weigh. */
    private static final double SURE_IF_SHORT = 0.22;

    private static final int FEW_WORDS = 4;

    /** At this probability danger is possible, and a line below the ordinary answer says where help is. */
    private static final double POSSIBLE = 0.05;

    /** The same where the text may well mean something ordinary that people ask for. */
    private static final double POSSIBLE_IF_ORDINARY = 0.1;

    /** The same where one of its sentences clearly asks for something ordinary. */
    static final double POSSIBLE_BESIDE_A_QUESTION = 0.074;

    /** The same where it clearly means that. */
    private static final double POSSIBLE_IF_CALM = 0.2;

    /** The same where there is next to no doubt of that, as in "what time do they open, I get off shift at 7". */
    private static final double POSSIBLE_IF_CERTAIN = 0.3;

    /** At this probability an ordinary meaning is clear. */
    private static final double CALM = 0.6;

    /** At this probability there is next to no doubt of it. */
    private static final double CERTAIN = 0.95;

    /** Danger is sure at this probability with a phrase of danger or a strong sign in the text. */
    private static final double SURE_IF_SIGNED = 0.15;

    private static final double POSSIBLE_IF_SIGNED = 0.03;

    /** At this probability danger is possible in a clause of a text that is about something else. */
    private static final double POSSIBLE_IN_A_CLAUSE = 0.45;

    /** The same text as a whole has to have this probability: "they had a fire drill, so it's a good time to call" has less. */
    private static final double POSSIBLE_AROUND_A_CLAUSE = 0.02;

    /** At this probability the clause alone is enough. */
    private static final double CLEAR_IN_A_CLAUSE = 0.91;

    /** A part of a letter with more words than this is a story, and no cry. */
    private static final int LONG_CRY = 60;

    /** In a letter danger is sure at this probability: it may tell of fear and of neighbors who were taken, and cry for nothing. */
    private static final double SURE_IN_WRITING = 0.97;

    /** The same with a phrase of danger or a strong sign in the text. */
    private static final double SURE_IN_WRITING_IF_SIGNED = 0.9;

    /** At this probability danger is possible in a letter: "my mother walks two miles to the doctor" is an argument there. */
    private static final double POSSIBLE_IN_WRITING = 0.35;

    private final Questions questions;
    private final List<String> dangers;
    private final Danger signs;
    private final Phrases phrases = new Phrases();
    private final Set<String> exemplified;

    /** A possible danger: which, how likely, and whether it's sure. */
    record Level(String answer, double share, boolean sure) {}

    CryDetector(Questions questions, Pack pack, Danger signs) {
        this.questions = questions;
        this.dangers = questions.ids(true);
        this.signs = signs;
        this.exemplified = questions.titles().values().stream()
                .flatMap(titles -> titles.keySet().stream())
                .filter(dangers::contains)
                .collect(Collectors.toSet());
        // By name, so that of two phrases of one length the same one counts whichever kit its flow is in.
        pack.flows().values().stream()
                .sorted(Comparator.comparing(Flow::name))
                .forEach(flow -> flow.urgent()
                        .values()
                        .forEach(each -> each.forEach(phrase -> phrases.add(phrase, flow.name()))));
    }

    /**
     * The danger in a text; null if there's none.
     *
     * @param shares the probability of each danger, and last those of no danger
     * @param calm the probability of the ordinary meaning that it gets an answer for; 0 if it gets none, or asks for nothing
     * @param remark the probability that it's a remark on daily life; 0 if something else is likelier
     * @param isWriting whether the text is a part of something that somebody writes
     */
    @Nullable
    Level of(List<String> words, TextReader.Read read, float[] shares, double calm, double remark, boolean isWriting) {
        Phrases.Found phrase = signs.deniedIn(read.all()) ? null : phrases.longest(words, 1);
        if (phrase != null && !exemplified.contains(phrase.flow())) {
            // There's no example to weigh it by.
            return new Level(phrase.flow(), 1, true);
        }
        if (phrase == null && words.stream().flatMapToInt(String::chars).noneMatch(Character::isLetter)) {
            // A date alone looks like the date of a hearing.
            return null;
        }
        int likeliest = likeliest(shares);
        double share = sum(shares);
        boolean signed = phrase != null || signs.strong(read.signs());
        // A single word resembles many things: a town that no example names isn't danger.
        double unsigned = words.size() == 1 ? SURE : isWriting ? POSSIBLE_IN_WRITING : possible(calm);
        double possible = signed ? POSSIBLE_IF_SIGNED : unsigned;
        if (likeliest < 0 || share < possible) {
            return null;
        }
        double unsignedSure =
                unsignedSure(words.size(), calm > 0 && read.signs().isEmpty(), remark);
        double sure = isWriting
                ? (signed ? SURE_IN_WRITING_IF_SIGNED : SURE_IN_WRITING)
                : signed ? SURE_IF_SIGNED : unsignedSure;
        // One word that no phrase names resembles many things, such as a town at the question for one.
        boolean tellsEnough = (words.size() > 1 || phrase != null) && !(isWriting && words.size() > LONG_CRY);
        return new Level(dangers.get(likeliest), share, tellsEnough && share >= sure);
    }

    private static double unsignedSure(int words, boolean isOrdinary, double remark) {
        if (isOrdinary) {
            return SURE_IF_ORDINARY;
        } else if (remark >= CALM) {
            return SURE_IF_REMARK;
        }
        return words <= FEW_WORDS ? SURE_IF_SHORT : SURE;
    }

    /**
     * The danger that one clause of a text tells of where the whole is about something else: "left the voicemail, now two men in
     * masks are in our hall". It's never sure. How clearly the rest means something ordinary makes no difference: it's often a report.
     *
     * @param whole the probability of each danger in the whole text, and last those of no danger
     * @param clauses the same of each clause
     */
    @Nullable
    Level ofAClause(float[] whole, Stream<float[]> clauses) {
        double least = sum(whole) >= POSSIBLE_AROUND_A_CLAUSE ? POSSIBLE_IN_A_CLAUSE : CLEAR_IN_A_CLAUSE;
        return clauses.filter(shares -> sum(shares) >= least)
                .max(Comparator.comparingDouble(this::sum))
                .map(shares -> new Level(dangers.get(likeliest(shares)), sum(shares), false))
                .orElse(null);
    }

    /** How likely danger is at all, without the answers of kits that aren't used. */
    private double sum(float[] shares) {
        double sum = 0;
        for (int i = 0; i < dangers.size(); i++) {
            sum += questions.apart().contains(dangers.get(i)) ? 0 : shares[i];
        }
        return sum;
    }

    /** The likeliest danger among the same; -1 if there's none. */
    private int likeliest(float[] shares) {
        int likeliest = -1;
        for (int i = 0; i < dangers.size(); i++) {
            if (!questions.apart().contains(dangers.get(i)) && (likeliest < 0 || shares[i] > shares[likeliest])) {
                likeliest = i;
            }
        }
        return likeliest;
    }

    private static double possible(double calm) {
        if (calm >= CALM) {
            return calm >= CERTAIN ? POSSIBLE_IF_CERTAIN : POSSIBLE_IF_CALM;
        }
        return calm > 0 ? POSSIBLE_IF_ORDINARY : POSSIBLE;
    }
}
