/** Contract tests and fakes for plug-in authors. */
@Export
@Version("1.0.0")
package org.quittance.tck;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
