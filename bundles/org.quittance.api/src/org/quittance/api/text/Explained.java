package org.quittance.api.text;

import org.osgi.annotation.versioning.ConsumerType;

/** A failure that can be told in more than one language; its message is the English sentence, which is what logs keep. */
@ConsumerType
public interface Explained {

    Sentence sentence();
}
