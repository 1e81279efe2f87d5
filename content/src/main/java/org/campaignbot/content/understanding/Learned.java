package org.campaignbot.content.understanding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Everything learned from the examples. */
record Learned(SoundVocabulary vocabulary, ExactExamples exact, Classifier classifier) {

    /** The weight of an example for no answer or for a calm answer, because those have far fewer examples than the dangers. */
    private static final float NONE = 1.6f;

    private static final float CALM = 1.2f;

    /** An answer with fewer examples than this gets a higher weight for each, up to {@link #MOST} times. */
    private static final int FEW = 40;

    private static final float MOST = 4;

    /** Learns from the examples; the last class is "none". */
    static Learned from(Questions questions, WordLists lists, Danger danger) {
        SoundVocabulary vocabulary = SoundVocabulary.of(questions.examples());
        TextReader reader = TextReader.of(questions, lists, vocabulary);
        List<String> ids =
                questions.answers().stream().map(Questions.Answer::id).toList();
        float[] counts = new float[ids.size() + 1];
        counts[ids.size()] = NONE;
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            int examples = (int) questions.examples().stream()
                    .filter(example -> example.answer().equals(id))
                    .count();
            float scarce = Math.min(MOST, Math.max(1, (float) FEW / Math.max(1, examples)));
            counts[i] = (questions.answers().get(i).urgent() ? 1 : CALM) * scarce;
        }
        List<FeatureHashing> features = new ArrayList<>();
        List<Integer> wanted = new ArrayList<>();
        for (Questions.Example example : questions.examples()) {
            int number = example.answer().equals(Matched.NONE) ? ids.size() : ids.indexOf(example.answer());
            if (number >= 0) {
                TextReader.Read read = reader.read(example.text());
                features.add(FeatureHashing.of(read, danger.signsIn(read.all())));
                wanted.add(number);
            }
        }
        int[] numbers = wanted.stream().mapToInt(Integer::intValue).toArray();
        return new Learned(
                vocabulary, ExactExamples.of(questions.examples()), Training.classifier(features, numbers, counts));
    }

    void write(DataOutput out) throws IOException {
        vocabulary.write(out);
        exact.write(out);
        classifier.write(out);
    }

    static Learned read(DataInput in) throws IOException {
        return new Learned(SoundVocabulary.read(in), ExactExamples.read(in), Classifier.read(in));
    }
}
