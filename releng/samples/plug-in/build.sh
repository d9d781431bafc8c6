#!/bin/sh
# Makes and signs the example: build.sh FOLDER-OF-THE-SERVER FOLDER-FOR-THE-RESULT. See releng/docs/plugins.md.
set -eu
plugins=$1/plugins
out=$2
cd "$(dirname "$0")"

# A connector is compiled against the API alone; annotations of the API that tools read are not needed.
javac --release 17 -Xlint:-classfile -d "$out/classes" -cp "$(ls "$plugins"/org.quittance.api_*.jar)" \
  src/com/example/agency/ExampleAgency.java
jar --create --file "$out/agency-example.jar" --manifest MANIFEST.MF -C "$out/classes" . OSGI-INF/agency.xml

# A key pair is made once and kept by the author; the certificate is what users of the connector get.
keytool -genkeypair -alias author -dname "CN=Example Connectors" -keyalg EC -groupname secp256r1 -validity 3650 \
  -keystore "$out/author.p12" -storepass "${STOREPASS:-changeit}"
keytool -exportcert -rfc -alias author -keystore "$out/author.p12" -storepass "${STOREPASS:-changeit}" -file "$out/author.pem"
jarsigner -keystore "$out/author.p12" -storepass "${STOREPASS:-changeit}" "$out/agency-example.jar" author
