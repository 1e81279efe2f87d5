package org.campaignbot.web.console;

import java.util.List;

/**
 * A field of a form, with what was typed and what is wrong with it.
 *
 * @param id its id on the page
 * @param name its name in the form
 * @param hint what it takes; empty for nothing to say
 * @param options what to choose from; empty for a field to type into
 * @param wrong what to change, in sentences
 */
public record FormField(
        String id, String name, String label, String hint, String typed, List<Option> options, List<String> wrong) {

    public FormField {
        options = List.copyOf(options);
        wrong = List.copyOf(wrong);
    }

    /** Something to choose. */
    public record Option(String value, String label) {}

    /** One whose id is made of its name. */
    static FormField of(
            String name, String label, String hint, String typed, List<Option> options, List<String> wrong) {
        return new FormField("f-" + name.replace('.', '-'), name, label, hint, typed, options, wrong);
    }

    /** What describes it for somebody who hears the page; empty if nothing does. */
    public String describedBy() {
        return (hint.isEmpty() ? "" : "hint-" + id) + (wrong.isEmpty() ? "" : " said-" + id);
    }
}
