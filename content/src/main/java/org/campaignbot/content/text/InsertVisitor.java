package org.campaignbot.content.text;

import org.campaignbot.content.problem.Place;
import org.campaignbot.flow.Template;

/** Visits every value that a text names, so that the name can be checked. */
@FunctionalInterface
public interface InsertVisitor {

    /** Visits a value in braces, at its place. */
    void visit(Template.Insert insert, Place place);
}
