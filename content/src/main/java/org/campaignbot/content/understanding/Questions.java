package org.campaignbot.content.understanding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.campaignbot.people.Language;

/**
 * Everything that authors wrote about questions: the answers, example questions for them, word lists and signs of danger.
 *
 * @param answers the answers in the order of the files, common ones last
 * @param apart those that only help to tell others apart: answers of kits that the campaign doesn't name
 * @param examples questions with the answer they want, which may be {@link Matched#NONE}
 * @param writings words that somebody typed where a part of a text was asked for, and whether they were meant for the bot
 * @param titles an answer's title when the bot asks back, by language and id
 * @param words the entries of each word list, in all languages together
 * @param danger the lists that only signs of danger use: words so common that they say nothing about a subject
 * @param signs signs of danger, in order of precedence
 * @param faintSigns weaker signs: the classifier weighs them, and they decide nothing alone
 * @param neverAnswered lists whose words are never answered
 * @param requests lists whose words ask for something, so that a text with them hardly reports anything
 * @param decisive what some words mean for sure, whatever else the text resembles; the first that fits
 * @param plain lists whose words hint at no danger: beside words that decide, they make no cry of a text
 * @param denies lists whose words deny a danger: the alarm weighs the text without them
 * @param alike lists whose words are all one word to the classifiers, such as names of lawmakers
 * @param done lists whose words say what somebody did in a call: they left, told or read something
 * @param asides lists whose words ask something in the middle of a report
 * @param unlearned the lists that only choose a part of the help, decide or mark a request, and from which nothing is learned
 * @param whileWriting what some words mean where a part of a letter or the like is asked for, and nowhere else
 * @param onceWritten the same where the flow of a letter asks for no part of it, such as below the whole
 * @param parts which part of the help fits a danger, by its signs: of one answer the first that fits
 * @param followUps what answers words right after the help for a danger, in the same way: a step of its flow, or an answer
 */
record Questions(
        List<Answer> answers,
        Set<String> apart,
        List<Example> examples,
        List<Writing> writings,
        Map<Language, Map<String, String>> titles,
        Map<String, List<String>> words,
        Set<String> danger,
        List<Sign> signs,
        List<Sign> faintSigns,
        Set<String> neverAnswered,
        Set<String> requests,
        List<Sign> decisive,
        Set<String> plain,
        Set<String> denies,
        Set<String> alike,
        Set<String> done,
        Set<String> asides,
        Set<String> unlearned,
        List<Sign> whileWriting,
        List<Sign> onceWritten,
        List<Part> parts,
        List<Part> followUps) {

    Questions {
        whileWriting = List.copyOf(whileWriting);
        onceWritten = List.copyOf(onceWritten);
        followUps = List.copyOf(followUps);
        answers = List.copyOf(answers);
        apart = Set.copyOf(apart);
        examples = List.copyOf(examples);
        writings = List.copyOf(writings);
        titles = Map.copyOf(titles);
        // Not Map.copyOf, whose order changes from run to run.
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        danger = Set.copyOf(danger);
        signs = List.copyOf(signs);
        faintSigns = List.copyOf(faintSigns);
        neverAnswered = Set.copyOf(neverAnswered);
        requests = Set.copyOf(requests);
        decisive = List.copyOf(decisive);
        plain = Set.copyOf(plain);
        denies = Set.copyOf(denies);
        alike = Set.copyOf(alike);
        done = Set.copyOf(done);
        asides = Set.copyOf(asides);
        unlearned = Set.copyOf(unlearned);
        parts = List.copyOf(parts);
    }

    /** The ids of the answers that are urgent, or of those that aren't, in order; without those that only words decide. */
    List<String> ids(boolean urgent) {
        return answers.stream()
                .filter(answer -> answer.urgent() == urgent && !answer.onlyDecided())
                .map(Answer::id)
                .toList();
    }

    /**
     * An answer that the campaign has.
     *
     * @param id its name
     * @param urgent whether the person who wants it may be in danger
     * @param offered whether the bot may offer it when it's unsure; "thanks" is answered, never offered
     * @param report whether it tells what somebody did, so that it counts even as a part of other words
     * @param idle whether it only tells that nothing was done yet, so that a question beside it comes first
     * @param during whether it's asked with the phone in the hand, so that words before it report nothing yet
     * @param remark whether it only tells something of somebody's life, so that words that ask for something never mean it
     * @param toTheBot whether it's said to the bot and to nobody else, so that it stands in no letter
     * @param onlyDecided whether only words that decide mean it, so that nothing else is likened to it and no example is learned
     * @param leadsTo where it leads unless a flow or step has its name: flows, or {@code flow/step}, the best first
     */
    record Answer(
            String id,
            boolean urgent,
            boolean offered,
            boolean report,
            boolean idle,
            boolean during,
            boolean remark,
            boolean toTheBot,
            boolean onlyDecided,
            List<String> leadsTo) {
        Answer {
            leadsTo = List.copyOf(leadsTo);
        }
    }

    /** Words typed where a part of a letter or the like was asked for: meant for the bot, such as a question, or for the letter. */
    record Writing(String text, boolean isForTheBot) {}

    /** A question that someone might ask. */
    record Example(String answer, String text) {}

    /** A step of a danger's flow that fits where a text has one of some signs, such as what to do once somebody was taken. */
    record Part(String answer, String step, List<Sign> signs) {
        Part {
            signs = List.copyOf(signs);
        }
    }

    /** Lists that mean an answer, mostly danger, if a text matches all of them, and none of those after "unless". */
    record Sign(String answer, List<String> lists, List<String> unless) {
        Sign {
            lists = List.copyOf(lists);
            unless = List.copyOf(unless);
        }
    }
}
