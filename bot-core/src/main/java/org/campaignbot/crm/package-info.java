/** The reports that a CRM gets by a signed webhook, and the events that carry them until it has taken them. */
@NullMarked
package org.campaignbot.crm;

import org.jspecify.annotations.NullMarked;
