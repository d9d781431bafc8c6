package org.quittance.agency.file;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One agency that takes cases as files; a firm may have several. */
@ObjectClassDefinition(
        name = "Collection agency by folder",
        description = "Hands cases to an agency as files in a shared folder and reads its answers there.")
public @interface FolderAgencySettings {

    @AttributeDefinition(
            name = "Identifier",
            description =
                    "Stable name of this agency, in lower case, such as agence-exemple. Never change it while it has"
                            + " cases.")
    String id();

    @AttributeDefinition(name = "Name", description = "The agency’s name as people know it; printed in the mandate.")
    String name();

    @AttributeDefinition(
            name = "Folder",
            description =
                    "Absolute path of an existing folder that the agency reads and writes. It is never created here, so"
                            + " that a share that is not connected is noticed.")
    String directory();

    @AttributeDefinition(
            name = "Countries",
            description = "Countries of the debtors the agency takes, as ISO 3166-1 codes of two capital letters.")
    String[] countries() default "FR";

    @AttributeDefinition(
            name = "Terms",
            description = "Fees and conditions in one line, shown when an agency is chosen.")
    String terms() default "";
}
