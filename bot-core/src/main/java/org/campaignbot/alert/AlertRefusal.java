package org.campaignbot.alert;

import java.util.Locale;

/** Why an action on an alert is refused, with words that tell an organizer how to get it done. */
public enum AlertRefusal {
    NOT_ALLOWED("Your role does not cover this. Ask an organizer or an admin."),
    NEEDS_ORGANIZER("An alert needs an organizer who answers for it. Name one: --as ORGANIZER."),
    NO_SUCH_ALERT("There is no alert of this name."),
    OWN_WORK("You can't approve an alert that you wrote. Ask another organizer."),
    NEEDS_SECOND("A second organizer has to approve it, signed in to a chat with this bot."),
    NOT_ALONE("There is another organizer here. Ask them to approve it."),
    WRONG_COUNT("This is not how many would get it. Look at the audience, then type its count as it is shown."),
    NOT_CHECKED("It was not checked as it stands, or the check found errors. Check it, and fix what is found."),
    NOT_APPROVED("It is not approved as it stands. Check it, then ask for approval."),
    NOT_ACKNOWLEDGED(
            "The check found words that a person has to read. Whoever approves says that they did: ./bot alert acknowledge."),
    NOTHING_TO_ACKNOWLEDGE("The check found nothing that a person has to read."),
    NO_REASON("Say in a sentence or two what should change, in up to 1,000 characters."),
    APPROVED_ALREADY("It is approved already."),
    NO_TIME("It has no time to begin at. Give one, or send it now."),
    TIME_IS_APPROVED("It was approved for another time. Change the draft, and have it checked and approved again."),
    NOT_YET("Its time has not come. Wait, or change the time, and have it checked and approved again."),
    PAST_EXPIRY("It has expired. Change its expiry, and have it checked and approved again."),
    BEGUN("It has begun, so it cannot be changed any more. Pause or stop it, and send a correction."),
    NOT_SENDING("It is not being sent."),
    NOT_PAUSED("It is not paused."),
    OVER("It is over. Draft another one."),
    STILL_SENDING("It is still being sent. Pause or stop it first, so that nobody gets it after what you write now."),
    NOBODY_UNKNOWN("No recipient is in doubt: it's known who got it."),
    WRONG_UNKNOWN(
            "This is not of how many it is unknown whether they got it. Look at the report, then type that number."),
    NOT_SENT("Nobody got it, so there is nobody to write to."),
    NO_TEST_GROUP("Nobody is in the test group. Organizers join by typing \"test group\" to the bot in private."),
    TESTED_ALREADY("The test group got this version less than ten minutes ago. Change it, or wait."),
    TOO_MANY_TESTS("The test group got six tests in the last hour. Wait a while."),
    CHANGED_MEANWHILE("Somebody changed it just now. Look at it, and try again.");

    private final String words;

    AlertRefusal(String words) {
        this.words = words;
    }

    /** The sentence for an organizer, in English. */
    public String words() {
        return words;
    }

    /** The word for it in packs, as {@code own-work}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
