package campaignbot.content.text;

import campaignbot.content.problem.Place;
import campaignbot.flow.Template;

/** Is told of every value that a text names, so that the name can be checked. */
@FunctionalInterface
public interface InsertVisitor {

    /** A value in braces, and where it stands. */
    void visit(Template.Insert insert, Place place);
}
