package org.campaignbot.organizers;

/** What a one-time code gives the person who redeems it. */
public sealed interface Grant {

    /** The role of an admin with a name, only while there is no admin; made by the person who runs the server. */
    record FirstAdmin(String name) implements Grant {}

    /** A role with a name. */
    record Invited(Role role, String name) implements Grant {}

    /** One more sign-in for an existing organizer. */
    record SignIn(String organizer) implements Grant {}
}
