package campaignbot.organizers;

/** What a one-time code gives to whoever redeems it. */
public sealed interface Grant {

    /** The role of an admin under a name, only while there is none; whoever runs the server makes it. */
    record FirstAdmin(String name) implements Grant {}

    /** A role under a name. */
    record Invited(Role role, String name) implements Grant {}

    /** One more sign-in for an organizer who is there already. */
    record SignIn(String organizer) implements Grant {}
}
