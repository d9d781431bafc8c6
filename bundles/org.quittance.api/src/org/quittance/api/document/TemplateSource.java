package org.quittance.api.document;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Templates of a firm's own, which win over the shipped ones of the same name, language and form. A vendor that keeps them in
 * its own database publishes this service; the workspace publishes one for the files in {@code etc/templates}. Of several
 * sources with the same template the one with the highest service ranking wins.
 *
 * <p>Asked once when a run begins, on the calling thread, and whenever templates are listed; may read a disk or a database, should
 * answer within a second. Answers what there is at that moment; nothing is kept for it.
 */
@ConsumerType
public interface TemplateSource {

    /**
     * Every template of this source, good or bad: the suite checks them and says what is wrong.
     *
     * @throws DocumentException where the templates cannot be read; then nothing is rendered, since words of the firm's own
     *     must not silently become the shipped ones
     */
    List<TemplateText> templates() throws DocumentException;
}
