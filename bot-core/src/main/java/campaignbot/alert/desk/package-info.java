/**
 * Where organizers work: one desk behind the command line and the conversations on every platform.
 * What may not be done is answered with a refusal or with findings.
 */
@NullMarked
package campaignbot.alert.desk;

import org.jspecify.annotations.NullMarked;
