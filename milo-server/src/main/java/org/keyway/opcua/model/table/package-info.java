/**
 * Models as text tables that live in this project and can be read and compared line by line. Fields are separated by tabs;
 * in texts {@code \t}, {@code \n} and {@code \\} stand for the characters and {@code \e}
 * for an empty text.
 *
 * <pre>
 * # a comment
 * model      uri  version  published      whose nodes these are
 * requires   uri  version  published      a model that has to be there
 * namespace  uri                          the next index of this file, from 1 on
 * alias      name id                      a name that may stand for an id
 * Class      id   browseName  attributes  a node; then, each with a tab in front, what belongs to it:
 *     &gt;ReferenceType  id                  a reference from it
 *     &lt;ReferenceType  id                  a reference to it
 *     =  type  elements                   its value, for lists {@code type[]}
 *     argument  name  attributes          an element of a value of type {@code Argument[]}
 *     entry  value  text                  an element of a value of type {@code EnumValueType[]}
 *     field  name  attributes             a field of the data type's definition
 * </pre>
 *
 * Attributes of a node: {@code display=}, {@code type=}, {@code rank=}, {@code dims=}, {@code access=}, {@code interval=},
 * {@code notifier=}, {@code inverse=}, {@code definition=}, and the flags {@code abstract}, {@code symmetric},
 * {@code disabled}, {@code noloops}. What isn't stated has the default of NodeSet2 (OPC 10000-6 Annex F).
 */
@NullMarked
package org.keyway.opcua.model.table;

import org.jspecify.annotations.NullMarked;
